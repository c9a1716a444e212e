/** What people sign in with: the number every civil servant has, or a name of their own. Both without blanks, a name in small letters. */
export const nipPattern = /^\d{18}$/
export const usernamePattern = /^[a-z][a-z0-9._-]{2,31}$/
