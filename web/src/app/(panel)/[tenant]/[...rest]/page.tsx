import { notFound } from 'next/navigation';

/** What no other page answers: said inside the frame, so that the way on is in sight. */
export default function UnknownPage() {
  notFound();
}
