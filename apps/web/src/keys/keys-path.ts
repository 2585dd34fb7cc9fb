/** So many keys are on a page. */
export const perPage = 25;

/** Where a person's devices and keys are. */
export const keysPath = "/dashboard/devices";
