export default function KeyRoutes() {
  return null
}
