/**
 * The digits of a telephone number with its country, as WhatsApp and `tel:` take them: `0812-3456-7890` gives `6281234567890`. Of
 * two numbers in one field the first counts. A number of another country keeps its own code. Null for what is no number.
 */
export function internationalNumber(text: string | null): string | null {
  const [first = ''] = (text ?? '').split(/[/,;]|\batau\b|\bdan\b/i)
  if (!/^[\d\s().+-]+$/.test(first.trim())) return null
  const digits = first.replace(/\(0\)/, '').replace(/\D/g, '')
  const abroad = first.trim().startsWith('+') || digits.startsWith('00')
  const number = abroad ? digits.replace(/^00/, '') : withCountry(digits)
  // of Indonesia: 62, then no zero, as it is dialled abroad
  const whole = number.replace(/^620+/, '62')
  return /^[1-9]\d{9,14}$/.test(whole) ? whole : null
}

const withCountry = (digits: string): string => {
  if (digits.startsWith('0')) return `62${digits.slice(1)}`
  return digits.startsWith('62') ? digits : `62${digits}`
}
