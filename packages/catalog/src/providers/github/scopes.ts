/** GitHub's OAuth apps have no finer scope that reads and writes issues, pulls and files. */
export const repo = "repo";
