/** What signs a PDF: the region's own certificate, or a person through the state's service. */
export const signingWays = ['own', 'bsre'] as const
export type SigningWay = (typeof signingWays)[number]
