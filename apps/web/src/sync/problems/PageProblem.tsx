import { Button } from '#ui/Button.tsx'
import { Contact } from '#ui/Contact.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { LinkButton } from '#ui/LinkButton.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { paths } from '#ui/paths.ts'
import { hasCode, NoAnswerError } from './ProblemError.ts'
import { ProblemPanel } from './ProblemPanel.tsx'
import { useWhomToAsk } from './whomToAsk.ts'

const home = (
  <LinkButton to={paths.home()} icon="home">
    Ke beranda
  </LinkButton>
)

/** An error page: not found, not permitted, offline, or a failure with its id. Each has a next step. */
export function PageProblem({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  if (hasCode(error, 'not-found')) return <NotFoundPage />
  if (hasCode(error, 'no-right')) return <NoRightPage detail={error.problem.detail} />
  if (error instanceof NoAnswerError) return <OfflinePage onRetry={onRetry} />
  return (
    <>
      <PageHead title="Halaman ini gagal dimuat" />
      <ProblemPanel error={error} onRetry={onRetry}>
        {home}
      </ProblemPanel>
    </>
  )
}

export function NotFoundPage() {
  return (
    <>
      <PageHead title="Tidak ditemukan" />
      <EmptyState title="Tidak ada apa-apa di alamat ini" action={home}>
        <p>
          Alamatnya mungkin salah ketik, laporannya bukan milik perangkat daerah Anda, atau jabatan yang sedang Anda
          pakai tidak menjangkaunya.
        </p>
        <Whom about="alamat yang tidak ditemukan" />
      </EmptyState>
    </>
  )
}

export function NoRightPage({ detail }: { detail?: string }) {
  return (
    <>
      <PageHead title="Anda tidak berwenang membuka halaman ini" />
      <EmptyState title="Jabatan yang sedang Anda pakai tidak memberi wewenang ini" action={home}>
        <p>
          {detail ??
            'Bila Anda memegang jabatan lain, ganti jabatan di bagian atas halaman. Bila tidak, hubungi pengelola.'}
        </p>
        <Whom about="wewenang jabatan saya" />
      </EmptyState>
    </>
  )
}

function OfflinePage({ onRetry }: { onRetry?: () => void }) {
  return (
    <>
      <PageHead title="Sambungan terputus" />
      <EmptyState
        title="Halaman ini memerlukan sambungan ke server"
        action={
          onRetry && (
            <Button icon="refresh" onClick={onRetry}>
              Coba lagi
            </Button>
          )
        }
      >
        <p>
          Periksa sambungan internet Anda. Isian yang belum terkirim tetap ada di halaman formulir dan dikirim sendiri
          begitu tersambung.
        </p>
        <Whom about="server tidak menjawab" />
      </EmptyState>
    </>
  )
}

function Whom({ about }: { about: string }) {
  const contact = useWhomToAsk()
  if (!contact) return null
  return (
    <p>
      Tanyakan kepada <Contact contact={contact} about={`SEPAKAT: ${about}.`} />.
    </p>
  )
}
