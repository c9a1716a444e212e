import type Big from 'big.js'

export type Decimal = string
/** A decimal that is computed with: big.js, exact but for quotients. */
export type Exact = Big
