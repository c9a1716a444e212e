import type { FilledPart, PaperGiven, PaperKind, PaperTemplate } from '@sepakat/rules'
import { fillPaper } from '@sepakat/rules/papers/fillPaper.ts'
import { renderSVG } from 'uqr'
import type { Paper } from './paper.ts'

/** An official paper as data: its parts with their words, and what proves it. */
export interface OfficialPaper {
  /** Of the document, not printed. */
  title: string
  letterhead: Paper['letterhead']
  /** In its letterheads and on its cover: SVG as text, PNG as its bytes. */
  emblem: { svg: string } | { png: number[] } | null
  parts: FilledPart[]
  /** A draft carries its mark across each page, and no proof. */
  draft: boolean
  /** One small line at the foot of every page, and a picture of the address where it is looked up. */
  foot: string
  qr: string | null
}

interface ProofOfPaper {
  number: string
  /** The first digits of the hash of what was submitted. */
  code: string
  /** Where both are looked up, without a sign-in. */
  address: string
}

interface Given {
  kind: PaperKind
  /** The region's own, in place of the shipped one. */
  template?: PaperTemplate
  emblem?: OfficialPaper['emblem']
  given: PaperGiven
  letterhead: Paper['letterhead']
  /** `Naskah perjanjian kinerja · Dinas Sosial · 2026`. */
  title: string
  proof: ProofOfPaper | null
}

/** The paper of a report by its template; without a proof it is a draft. */
export const officialPaper = ({
  kind,
  template,
  emblem = null,
  given,
  letterhead,
  title,
  proof,
}: Given): OfficialPaper => ({
  title,
  letterhead,
  emblem,
  parts: fillPaper(kind, given, template),
  draft: proof === null,
  foot: proof
    ? `${proof.number} · kode periksa ${proof.code} · periksa keasliannya di ${proof.address}`
    : `${title} · draf, belum dikirim`,
  qr: proof && renderSVG(proof.address, { ecc: 'M', border: 0 }),
})
