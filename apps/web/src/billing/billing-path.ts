/** Where a person sees and changes their plan. */
export const billingPath = "/dashboard/billing";
