import type { FrozenEdition } from '@sepakat/rules/editions/FrozenEdition.ts'

/** `Versi 2`, or that it is a draft of it. */
export const versionWords = ({ version, frozen }: FrozenEdition): string =>
  frozen ? `Versi ${version}` : `Draf versi ${version}, belum dibekukan`

/** What it is and what proves it, in one small line. */
export const provenance = (edition: FrozenEdition): string =>
  [
    edition.title,
    edition.region,
    edition.periodWords,
    versionWords(edition),
    ...(edition.frozen ? [`kode periksa ${edition.frozen.sha256.slice(0, 16)}`] : []),
  ].join(' · ')
