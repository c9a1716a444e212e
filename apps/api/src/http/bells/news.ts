/** What a bell says; this process and the others hear it alike. */
export type News = { about: 'answers'; version: number } | { about: 'report' }
