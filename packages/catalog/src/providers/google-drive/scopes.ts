/** Full access to Drive: files that this app did not create cannot be found with less. */
export const drive = "https://www.googleapis.com/auth/drive";
