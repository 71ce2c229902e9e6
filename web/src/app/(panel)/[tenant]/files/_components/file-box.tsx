'use client';

import type { FileDto, RequestUploadInput } from '@countinghouse/core/files/schemas';
import { IconPaperclip, IconTrash } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useRef, useState, type DragEvent } from 'react';
import { AddButton } from '../../../../../ui/add-button';
import { Button } from '../../../../../ui/button';
import { ErrorNotice } from '../../../../../ui/error-notice';
import { ProgressRow } from '../../../../../ui/progress-row';
import { completeUploadAction, deleteFileAction, requestUploadAction } from '../actions';
import classes from './file-box.module.css';
import { sendFile } from './send-file';

interface FileBoxProps {
  tenant: string;
  subject: Pick<RequestUploadInput, 'subjectType' | 'subjectId'>;
  files: readonly FileDto[];
  mayChange: boolean;
}

interface Running {
  name: string;
  part: number;
}

/** The files of a record: dropped or chosen, sent straight to the store, listed with links. */
export function FileBox({ tenant, subject, files, mayChange }: FileBoxProps) {
  const t = useTranslations('files');
  const router = useRouter();
  const picker = useRef<HTMLInputElement>(null);
  const [running, setRunning] = useState<Running[]>([]);
  const [failure, setFailure] = useState<{ message: string; requestId?: string } | null>(null);

  const upload = async (file: File) => {
    const asked = await requestUploadAction(tenant, { ...subject, name: file.name, bytes: file.size });
    if (!asked.ok)
      return setFailure({ message: `${file.name}: ${asked.message}`, requestId: asked.requestId });
    setRunning((now) => [...now, { name: file.name, part: 0 }]);
    try {
      await sendFile(file, asked.data.upload, (part) =>
        setRunning((now) => now.map((each) => (each.name === file.name ? { ...each, part } : each))),
      );
      const done = await completeUploadAction(tenant, asked.data.file.id);
      if (!done.ok) setFailure({ message: `${file.name}: ${done.message}`, requestId: done.requestId });
    } catch {
      setFailure({ message: `${file.name}: ${t('notSent')}` });
    }
    setRunning((now) => now.filter((each) => each.name !== file.name));
    router.refresh();
  };

  const uploadAll = (list: FileList | null) => {
    setFailure(null);
    for (const file of list ?? []) void upload(file);
  };

  const drop = (event: DragEvent) => {
    event.preventDefault();
    if (mayChange) uploadAll(event.dataTransfer.files);
  };

  const remove = async (id: string) => {
    const result = await deleteFileAction(tenant, id);
    if (!result.ok) setFailure(result);
    router.refresh();
  };

  return (
    <section className={classes.box} onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <h2>{t('title')}</h2>
      {failure && <ErrorNotice title={failure.message} requestId={failure.requestId} />}
      <ul className={classes.list}>
        {files.map((file) => (
          <li key={file.id}>
            <a href={`/${tenant}/files/${file.id}`}>{file.name}</a>
            <span className={classes.size}>
              {t('size', { kilobytes: Math.ceil(Number(file.bytes) / 1024) })}
            </span>
            {mayChange && (
              <Button look="quiet" icon={IconTrash} iconOnly onClick={() => void remove(file.id)}>
                {t('remove', { name: file.name })}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {files.length === 0 && !mayChange && <p className={classes.hint}>{t('empty')}</p>}
      {running.map((each) => (
        <ProgressRow
          key={each.name}
          name={each.name}
          state={`${Math.round(each.part * 100)} %`}
          progress={{ done: Math.round(each.part * 100), total: 100 }}
        />
      ))}
      {mayChange && (
        <>
          <input
            ref={picker}
            type="file"
            multiple
            hidden
            aria-label={t('add')}
            onChange={(event) => uploadAll(event.currentTarget.files)}
          />
          <AddButton icon={IconPaperclip} onClick={() => picker.current?.click()}>
            {t('add')}
          </AddButton>
          <p className={classes.hint}>{t('dropHint')}</p>
        </>
      )}
    </section>
  );
}
