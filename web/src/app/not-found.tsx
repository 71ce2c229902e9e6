import { NotFound } from '../ui/not-found';

export default function NotFoundPage() {
  return (
    <main>
      <NotFound />
    </main>
  );
}
