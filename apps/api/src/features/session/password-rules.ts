import { demoPassword } from '@sepakat/db/seed/demo.ts'

/** Passwords of ten letters and more that are tried first anywhere, and those one would guess here. */
const common = new Set(
  `1234567890 12345678910 0123456789 0987654321 9876543210 1122334455 1234512345 123456789a a123456789 1q2w3e4r5t
  1qaz2wsx3edc qwertyuiop qwerty12345 qwerty123456 asdfghjkl1 asdfghjkl; zxcvbnm123 password123 password1234 password12
  passw0rd123 p@ssw0rd123 p@ssword123 admin12345 admin123456 administrator welcome123 letmein123 iloveyou123 sayangku123
  sayangkamu bismillah123 bismillah1 alhamdulillah indonesia1 indonesia123 indonesia45 indonesiaraya merdeka1945
  garuda12345 pancasila1 kalimantan kalimantan1 nunukan123 nunukan1234 nunukan2026 nunukan2027 sebatik123 kaltara123
  pemda12345 pemkab12345 dinas12345 operator123 verifikator verifikator1 pengelola1 sepakat123 sepakat1234 sepakat2026
  rahasia123 rahasia1234 katasandi1 katasandi123 sandi12345 bupati12345 terserah123 cintaku123`.split(/\s+/),
).add(demoPassword)

const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
const isMonotonous = (text: string): boolean => new Set(text).size < 4

/**
 * Why a password may not be taken, in a sentence for whoever chose it; null where it may. Length is the contract's. `own` are
 * the person's NIP, user name and name: the password may be none of them, in whatever case and with whatever in between.
 */
export const flawOf = (password: string, own: (string | null)[]): string | null => {
  const text = password.toLowerCase()
  if (common.has(text) || isMonotonous(text))
    return 'Sandi ini terlalu mudah ditebak. Pilih yang lain, misalnya tiga kata yang tidak berkaitan.'
  if (own.some(word => word !== null && bare(word) !== '' && bare(word) === bare(password)))
    return 'Sandi tidak boleh sama dengan NIP, nama pengguna, atau nama Anda.'
  return null
}
