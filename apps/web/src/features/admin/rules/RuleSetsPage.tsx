export default function RuleSetsPage() {
  return null
}
