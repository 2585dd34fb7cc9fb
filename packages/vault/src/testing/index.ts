export { describeKeyValue } from "./describe-key-value.ts";
export { memoryKeyValue } from "./memory-key-value.ts";
