import { deviceChoice, keepDeviceChoice } from '#sync/deviceChoice.ts'
import { lettersOn } from '#ui/keys.ts'

const name = 'sepakat.keys'

/** Whether single letters are shortcuts is a choice of this device. */
export function rememberLetterKeys(): () => void {
  lettersOn.set(deviceChoice(name) !== 'off')
  return lettersOn.listen(on => keepDeviceChoice(name, on ? 'on' : 'off'))
}
