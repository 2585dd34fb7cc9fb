import { AppError } from "@clawlink/contract";
import { errorResponse } from "#edge/error-response.ts";

const handle = () => errorResponse(new AppError("not_found", "There is no such endpoint."));

export { handle as DELETE, handle as GET, handle as PATCH, handle as POST, handle as PUT };
