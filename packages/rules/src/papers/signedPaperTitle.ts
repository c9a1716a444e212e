/** What the signed paper of a submission is attached as, whether scanned or signed electronically. */
export const signedPaperTitle = (n: number): string => `Naskah bertanda tangan, kiriman ke-${n}`
