import { canonicalJson } from '@sepakat/rules'
import type { FrozenEdition } from '@sepakat/rules/editions/FrozenEdition.ts'

/** An edition as its canonical JSON (RFC 8785), complete and exact: what other programs read. */
export const editionJson = (edition: FrozenEdition): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(canonicalJson(edition))
