import { Button } from '#ui/Button.tsx'
import { KeyHint } from './KeyHint.tsx'
import type { Decisions } from './useDecisions.ts'
import type { Moving } from './useMove.ts'

export type Asking = 'approve' | 'return' | 'reopen' | 'sign' | 'decline' | 'unclaim'

export interface MoveButtonsProps {
  can: Decisions
  running: Moving['move'] | null
  onMove: (move: 'claim' | 'release') => void
  onAsk: (what: Asking) => void
  /** To the next declared row without a tick, and all of them at once. */
  onNext: () => void
  onAcceptAll: () => void
}

/** A button for each move that may be tried; a disabled one says why. */
export function MoveButtons({ can, running, onMove, onAsk, onNext, onAcceptAll }: MoveButtonsProps) {
  return (
    <>
      {can.missing.length > 0 && (
        <>
          <Button small kind="quiet" onClick={onNext}>
            Nihil berikutnya <KeyHint of="d" />
          </Button>
          <Button small kind="quiet" onClick={onAcceptAll}>
            Setujui semua nihil ({can.missing.length}) <KeyHint of="l" />
          </Button>
        </>
      )}
      {can.release && (
        <Button kind="quiet" busy={running === 'release' && 'Melepaskan…'} onClick={() => onMove('release')}>
          Lepaskan
        </Button>
      )}
      {can.claim && (
        <Button
          kind="primary"
          icon="inbox"
          whyNot={can.claim.whyNot}
          busy={running === 'claim' && 'Mengambil…'}
          onClick={() => onMove('claim')}
        >
          Ambil untuk diperiksa <KeyHint of="a" />
        </Button>
      )}
      {can.return && (
        <Button icon="return" onClick={() => onAsk('return')}>
          Kembalikan <KeyHint of="b" />
        </Button>
      )}
      {can.approve && (
        <Button kind="primary" icon="check" whyNot={can.approve.whyNot} onClick={() => onAsk('approve')}>
          Setujui <KeyHint of="s" />
        </Button>
      )}
      {can.decline && (
        <Button icon="return" whyNot={can.decline.whyNot} onClick={() => onAsk('decline')}>
          Tolak
        </Button>
      )}
      {can.sign && (
        <Button kind="primary" icon="sign" whyNot={can.sign.whyNot} onClick={() => onAsk('sign')}>
          Tanda tangani
        </Button>
      )}
      {can.reopen && (
        <Button icon="return" whyNot={can.reopen.whyNot} onClick={() => onAsk('reopen')}>
          Buka kembali
        </Button>
      )}
      {can.unclaim && (
        <Button icon="return" whyNot={can.unclaim.whyNot} onClick={() => onAsk('unclaim')}>
          Lepaskan dari pemeriksa
        </Button>
      )}
    </>
  )
}
