import { Component, type ReactNode } from 'react'
import { Button } from '../ui/Button.tsx'
import { Callout } from '../ui/Callout.tsx'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'
import { usePageTitle } from '../ui/usePageTitle.ts'
import styles from './RouteBoundary.module.css'

interface Props {
  /** A new page begins at its top; Back and Forward come back to where one was. */
  fromTop?: boolean
  /** What stands around the failure where there is no page around it. */
  around?: (failure: ReactNode) => ReactNode
  children: ReactNode
}

/** One page that fails leaves the head and the other pages usable. */
export class RouteBoundary extends Component<Props, { error: unknown }> {
  override state = { error: null as unknown }

  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error }
  }

  override componentDidMount(): void {
    if (this.props.fromTop) window.scrollTo(0, 0)
  }

  override render(): ReactNode {
    const { error } = this.state
    const { children, around } = this.props
    if (error === null) return children
    return around ? around(this.failure(error)) : this.failure(error)
  }

  failure(error: unknown): ReactNode {
    const reload = () => location.reload()
    if (isMissingChunk(error))
      return (
        <Failed title="Bagian aplikasi ini belum sampai">
          <Callout
            tone="warn"
            live
            actions={
              <Button kind="primary" icon="refresh" onClick={reload}>
                Muat ulang
              </Button>
            }
          >
            Sambungan terputus, atau aplikasi baru saja diperbarui. Muat ulang halaman ini; isian yang sudah tersimpan
            tidak hilang.
          </Callout>
        </Failed>
      )
    return (
      <Failed title="Halaman ini gagal ditampilkan">
        <ProblemPanel error={error} onRetry={reload} />
      </Failed>
    )
  }
}

/** A failed page is a page: it has a title, and takes the focus. */
function Failed({ title, children }: { title: string; children: ReactNode }) {
  const heading = usePageTitle(title)
  return (
    <>
      <h1 ref={heading} tabIndex={-1} className={styles.title}>
        {title}
      </h1>
      {children}
    </>
  )
}

/** How browsers, and Vite for its styles, say that a lazy part could not be fetched: Chrome, Firefox, Safari. */
const isMissingChunk = (error: unknown): boolean =>
  error instanceof Error &&
  /dynamically imported module|error loading dynamically|importing a module script failed|preload CSS/i.test(
    error.message,
  )
