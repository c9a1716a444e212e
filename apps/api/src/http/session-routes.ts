/** Routes that stay open to a person who must change the password first. */
export const isOfSession = (path: string): boolean => /^\/(sessions?|password)(\/|$)/.test(path)
