// PostgreSQL stores no NUL, and a lone surrogate has neither UTF-8 nor canonical JSON.
const unstorable = /[\0\p{Surrogate}]/u

export const storableText = (text: string): boolean => !unstorable.test(text)
