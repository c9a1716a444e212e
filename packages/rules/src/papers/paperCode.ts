/** The code on paper of what was submitted: so many digits of its hash cannot be guessed, and can be typed from paper. */
export const paperCode = (sha256: string): string => sha256.slice(0, 16)
