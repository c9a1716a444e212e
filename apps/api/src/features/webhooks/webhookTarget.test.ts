import { expect, it } from 'vitest'
import { isPublic, TargetRefused, webhookTargets } from './webhookTarget.ts'

it.each(['8.8.8.8', '103.10.20.30', '1.1.1.1', '2606:4700:4700::1111', '2001:4860:4860::8888'])(
  '%s is public',
  address => expect(isPublic(address)).toBe(true),
)

it.each([
  '0.0.0.0',
  '10.1.2.3',
  '100.64.0.1',
  '127.0.0.1',
  '127.8.8.8',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.0.0.8',
  '192.0.2.1',
  '192.88.99.1',
  '192.168.1.1',
  '198.18.0.1',
  '198.51.100.7',
  '203.0.113.9',
  '224.0.0.1',
  '240.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::2',
  '::7f00:1',
  '::8.8.8.8',
  '::a9fe:a9fe',
  '::ffff:127.0.0.1',
  '::ffff:8.8.8.8',
  '::ffff:0:127.0.0.1',
  '64:ff9b::7f00:1',
  '64:ff9b:1::1',
  '100::1',
  '2001::1',
  '2001:db8::1',
  '2002:7f00:1::',
  '3fff::1',
  '5f00::1',
  'fc00::1',
  'fd12:3456::1',
  'fe80::1',
  'fec0::1',
  'ff02::1',
  'example.com',
  '',
])('%s is not', address => expect(isPublic(address)).toBe(false))

it.each([
  ['http://8.8.8.8/', /https/],
  ['https://user:pass@8.8.8.8/', /sandi/],
  ['https://127.0.0.1/', /127\.0\.0\.1/],
  ['https://localhost/', /jaringan dalam/],
  ['https://0x7f.1/', /127\.0\.0\.1/],
  ['https://2130706433/', /127\.0\.0\.1/],
  ['https://[::ffff:a9fe:a9fe]/', /jaringan dalam/],
  ['https://[::a9fe:a9fe]/', /jaringan dalam/],
  ['https://[fd00::1]:8443/', /fd00::1/],
  ['https://nama-yang-tidak-ada.invalid/', /tidak ditemukan/],
])('%s is refused', async (url, why) => {
  await expect(webhookTargets(new URL(url), 'public')).rejects.toThrow(TargetRefused)
  await expect(webhookTargets(new URL(url), 'public')).rejects.toThrow(why)
})

it('gives the addresses that were judged', async () => {
  expect(await webhookTargets(new URL('https://8.8.8.8/x'), 'public')).toEqual([{ address: '8.8.8.8', family: 4 }])
  expect(await webhookTargets(new URL('http://127.0.0.1:1/'), 'loopback')).toEqual([
    { address: '127.0.0.1', family: 4 },
  ])
  await expect(webhookTargets(new URL('http://10.0.0.1/'), 'loopback')).rejects.toThrow(TargetRefused)
})
