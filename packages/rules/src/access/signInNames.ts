/** Sign-in names: the number every civil servant has, or a name of one's own. Both without blanks, a name in lower case. */
export const nipPattern = /^\d{18}$/
export const usernamePattern = /^[a-z][a-z0-9._-]{2,31}$/
