import { type ClipboardEventHandler, type InputEventHandler, useState } from 'react'
import { announce } from './announce.ts'

type Typed = HTMLInputElement | HTMLTextAreaElement
interface Handlers<T> {
  maxLength?: number | undefined
  onPaste?: ClipboardEventHandler<T> | undefined
  onInput?: InputEventHandler<T> | undefined
}

/**
 * A browser cuts what is pasted into a field with `maxLength`, and tells nothing: `cut` says how much it left out, until the field is
 * changed by something else.
 */
export function useCutPaste<T extends Typed>({ maxLength, onPaste, onInput }: Handlers<T>) {
  const [cut, setCut] = useState<string | null>(null)
  const watch: Required<Pick<Handlers<T>, 'onPaste' | 'onInput'>> = {
    onPaste: event => {
      const { value, selectionStart, selectionEnd } = event.currentTarget
      const kept = value.length - ((selectionEnd ?? 0) - (selectionStart ?? 0))
      const pasted = event.clipboardData.getData('text').replaceAll('\r\n', '\n').length
      const over = kept + pasted - (maxLength ?? Number.POSITIVE_INFINITY)
      const said = over > 0 ? cutWords(over, maxLength ?? 0) : null
      if (said) announce(said)
      setCut(said)
      onPaste?.(event)
    },
    onInput: event => {
      if (event.nativeEvent.inputType !== 'insertFromPaste') setCut(null)
      onInput?.(event)
    },
  }
  return { cut, watch }
}

// not `count`: the page of signing in, which has such a field, would fetch the arithmetic of decimals with it
const cutWords = (over: number, most: number): string =>
  `Yang ditempel terlalu panjang: ${over} huruf terakhir tidak ikut, karena paling banyak ${most} huruf. Periksa isinya.`
