/** Ids in the examples. */
const idAt = (end: string): string => `0199f5a0-0000-7000-8000-${end.padStart(12, '0')}`

export const office = idAt('1')
export const otherOffice = idAt('2')
export const person = idAt('3')
export const post = idAt('4')
export const obligation = idAt('6')
export const change = idAt('c1')
export const file = idAt('f1')
export const sha256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
