export default function OfficeRoutes() {
  return null
}
