/** Sign-in names: the number every civil servant has, or a name of one's own. Both without blanks, a name in lower case. */
export const nipPattern = /^\d{18}$/
export const usernamePattern = /^[a-z][a-z0-9._-]{2,31}$/

/** How many characters a new password has. */
export const passwordLength = { min: 10, max: 200 }

/** What is wrong with the length of a new password; null for nothing. */
export function wrongLengthOf(password: string): string | null {
  const { min, max } = passwordLength
  if (password.length < min) return `Sandi paling sedikit ${min} huruf; yang ini ${password.length}.`
  return password.length > max ? `Sandi paling banyak ${max} huruf.` : null
}
