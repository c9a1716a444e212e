import { Component, type ReactNode } from 'react'
import { ProblemPanel } from '#sync/problems/ProblemPanel.tsx'
import { Button } from '#ui/Button.tsx'
import { Callout } from '#ui/Callout.tsx'
import { usePageTitle } from '#ui/usePageTitle.ts'
import styles from './RouteBoundary.module.css'

interface Props {
  /** A new page starts at the top; Back and Forward restore the scroll position. */
  fromTop?: boolean
  /** The frame around the error when there is no page around it. */
  around?: (failure: ReactNode) => ReactNode
  children: ReactNode
}

/** An error in one page leaves the header and the other pages usable. */
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

/** The error page has a title and takes the focus, like any page. */
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

/** How browsers, and Vite for its styles, report that a lazy chunk could not be fetched: Chrome, Firefox, Safari. */
const isMissingChunk = (error: unknown): boolean =>
  error instanceof Error &&
  /dynamically imported module|error loading dynamically|importing a module script failed|preload CSS/i.test(
    error.message,
  )
