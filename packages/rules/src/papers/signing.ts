/** What signs a PDF: the region's own certificate, or a person through the state's service. */
export const signingWays = ['own', 'bsre'] as const
export type SigningWay = (typeof signingWays)[number]

/** What the signed paper of a submission is attached as, whether scanned or signed electronically. */
export const signedPaperTitle = (n: number): string => `Naskah bertanda tangan, kiriman ke-${n}`

/** The code on paper of what was submitted: so many digits of its hash cannot be guessed, and can be typed from paper. */
export const paperCode = (sha256: string): string => sha256.slice(0, 16)
