import type { Sentence, SentencePiece } from '@sepakat/rules'
import { useId } from 'react'
import { Link } from 'react-router'
import { FigureStatus } from '#submissions/FigureStatus.tsx'
import { leadsToPath } from '#submissions/leadsToPath.ts'
import { keyedBy } from '#ui/keyedBy.ts'
import styles from './Leader.module.css'
import { WhyLow } from './WhyLow.tsx'

const headings: Record<Sentence['id'], string> = {
  spm: 'Pelayanan minimal',
  lppd: 'Indikator kinerja kunci',
  sakip: 'Akuntabilitas kinerja',
  lkpj: 'Anggaran dan hasil fisik',
  reports: 'Kelengkapan dan ketepatan waktu',
}

/** A sentence with its figures and what they cover, which its text says once, and what lies behind them. */
export function LeaderSentence({ sentence }: { sentence: Sentence }) {
  const { id, text, standing, to, why } = sentence
  const heading = useId()
  return (
    <li className={styles.sentence} aria-labelledby={heading}>
      <p className={styles.head}>
        <span id={heading}>{headings[id]}</span>
        <FigureStatus of={standing} />
      </p>
      <p className={styles.text}>
        {keyedBy(text).map(([key, piece]) => (
          <Piece key={key} piece={piece} />
        ))}
      </p>
      {to && (
        <Link to={leadsToPath(to)} aria-describedby={heading}>
          {to.page === 'figures' ? 'Lihat angkanya' : 'Lihat laporannya'}
        </Link>
      )}
      {why && why.parts.length > 0 && <WhyLow why={why} />}
    </li>
  )
}

const Piece = ({ piece }: { piece: SentencePiece }) =>
  piece.piece === 'text' ? piece.text : <strong className={styles.figure}>{piece.said}</strong>
