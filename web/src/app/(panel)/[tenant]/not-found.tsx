import { NotFound } from '../../../ui/not-found';

/** Inside the frame: the company is right, the record is not. */
export default function RecordNotFound() {
  return <NotFound />;
}
