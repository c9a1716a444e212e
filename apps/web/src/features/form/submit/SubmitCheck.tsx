import { NoAnswerError } from '#sync/problems/ProblemError.ts'
import { ProblemPanel } from '#sync/problems/ProblemPanel.tsx'
import { useOnline } from '#sync/transport/online.ts'
import type { Upload } from '#sync/uploads/fileListOf.ts'
import { keepsOnDevice } from '#sync/vault/keepsOnDevice.ts'
import { Button } from '#ui/Button.tsx'
import { Callout } from '#ui/Callout.tsx'
import { goingWords, stuckWords } from '../attach/uploadWords.ts'
import { useUnsentFiles } from '../attach/useUnsentFiles.ts'
import { useEvaluated, useForm, useOpenNotes, useOutbox, useSubmission } from '../FormContext.ts'
import { FindingList } from '../findings/FindingList.tsx'
import { NoteLinks } from '../findings/NoteLinks.tsx'
import { findingOrder } from '../model/findingOrder.ts'
import type { useSubmitReport } from './moveQueries.ts'
import { QueueSubmit } from './QueueSubmit.tsx'
import { reviewerWords } from './receiptFacts.ts'
import styles from './SubmitCheck.module.css'

/** What still blocks submitting, each linking to its place; if nothing does, to whom the report goes and what that means. */
export function SubmitCheck({
  submit,
  label,
  onLeave,
}: {
  submit: ReturnType<typeof useSubmitReport>
  label: string
  onLeave: () => void
}) {
  const submission = useSubmission()
  const { paths, go, view, store } = useForm()
  const outbox = useOutbox()
  const files = useUnsentFiles()
  const online = useOnline()
  const { findings, counts } = useEvaluated()
  const notes = useOpenNotes()
  const blocking = findingOrder(findings, paths()).filter(finding => finding.blocks)
  const needs = submission.moves.find(({ move }) => move === 'submit')?.needs ?? []
  const others = needs.filter(({ code }) => code !== 'nothing-blocks' && code !== 'notes-answered')
  const leave = (anchor: string) => {
    onLeave()
    go(anchor)
  }
  const unsaved = outbox.waiting + outbox.stuck > 0
  const fit =
    blocking.length === 0 && notes.length === 0 && others.length === 0 && outbox.stuck === 0 && files.stuck.length === 0
  const cut = files.waiting > 0 && !online
  const offline = !online && (cut || outbox.failure !== null || submit.error instanceof NoAnswerError)
  const queues = fit && offline && keepsOnDevice() && outbox.onPage === 0
  const ready = fit && !unsaved && files.waiting === 0 && !queues

  return (
    <div className={styles.steps}>
      {outbox.stuck > 0 && (
        <Callout tone="warn" title={`${outbox.stuck} isian perlu Anda putuskan`}>
          Isian itu belum tersimpan. Tutup jendela ini; daftarnya ada di bagian atas formulir.
        </Callout>
      )}
      {outbox.stuck === 0 && outbox.waiting > 0 && (
        <Callout tone={outbox.failure === null ? 'info' : 'warn'} live>
          {outbox.failure === null
            ? 'Menyimpan isian terakhir…'
            : `${outbox.waiting} isian ${online ? 'belum terkirim dan dicoba lagi' : 'menunggu jaringan'}. Laporan dapat dikirim setelah semuanya sampai di server.`}
        </Callout>
      )}
      {files.stuck.length > 0 && <StuckFiles files={files.stuck} onGo={leave} />}
      {files.waiting > 0 && !queues && (
        <Callout tone="info" live>
          {goingWords(files, online)}. Laporan dapat dikirim setelah semuanya sampai di server.
        </Callout>
      )}
      {blocking.length > 0 && (
        <section>
          <h3>Harus diselesaikan dahulu ({blocking.length})</h3>
          <FindingList findings={blocking} onGo={leave} />
        </section>
      )}
      {notes.length > 0 && (
        <section>
          <h3>Catatan yang perlu dijawab ({notes.length})</h3>
          <NoteLinks notes={notes} onGo={leave} />
        </section>
      )}
      {others.map(({ code, message }) => (
        <Callout key={code} tone="warn">
          {message}
        </Callout>
      ))}
      {counts.empty > 0 && (
        <Callout
          tone="info"
          title={`${counts.empty} isian masih kosong`}
          actions={
            <Button
              small
              onClick={() => {
                onLeave()
                view.set({ drawer: 'findings' })
              }}
            >
              Lihat yang kosong
            </Button>
          }
        >
          Isian kosong tidak menahan pengiriman, tetapi laporan tercatat belum lengkap dan dapat dikembalikan.
        </Callout>
      )}
      {ready && <Confirm label={label} submit={submit} onLeave={onLeave} />}
      {queues && <QueueSubmit once={submit.isError ? submit.key() : undefined} ahead={store.ahead} onLeave={onLeave} />}
      {submit.isError && !queues && <ProblemPanel error={submit.error} />}
    </div>
  )
}

function Confirm({
  label,
  submit,
  onLeave,
}: {
  label: string
  submit: ReturnType<typeof useSubmitReport>
  onLeave: () => void
}) {
  const submission = useSubmission()
  const { kind, settings } = useForm()
  const reviewer = reviewerWords(kind, submission.reportType)
  return (
    <section className={styles.confirm}>
      <p>
        {settings.signing
          ? `Laporan ini diteruskan kepada kepala perangkat daerah untuk ditandatangani, lalu ke ${reviewer}.`
          : `Laporan ini dikirim ke ${reviewer}.`}{' '}
        Isian dan angkanya dibekukan sebagai kiriman ke-{(submission.latestRevision ?? 0) + 1} dan tidak dapat diubah,
        kecuali Anda tarik kembali sebelum diperiksa atau laporan dikembalikan.
      </p>
      <span className={styles.buttons}>
        <Button onClick={onLeave}>Kembali mengisi</Button>
        <Button kind="primary" icon="send" busy={submit.isPending && 'Mengirim…'} onClick={() => submit.mutate()}>
          {label}
        </Button>
      </span>
    </section>
  )
}

/** Files, and descriptions of attached ones, that did not go through: after submitting neither can change. */
function StuckFiles({ files, onGo }: { files: readonly Upload[]; onGo: (anchor: string) => void }) {
  return (
    <Callout tone="warn" title={stuckWords(files)}>
      Kirim lagi atau batalkan dahulu: sesudah laporan dikirim, bukti dan keterangannya tidak dapat ditambah atau
      diubah.
      <ul className={styles.list}>
        {files.map(({ id, anchor, fileName }) => (
          <li key={id}>
            <Button kind="quiet" className={styles.go} onClick={() => onGo(anchor)}>
              {fileName}
            </Button>
          </li>
        ))}
      </ul>
    </Callout>
  )
}
