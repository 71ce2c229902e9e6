import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { imageSize } from './image-size';

/** Images of 37 by 21 pixels, as an encoder wrote them. */
const samples = {
  png: [
    'image/png',
    'iVBORw0KGgoAAAANSUhEUgAAACUAAAAVCAMAAAD2OtecAAAAA1BMVEXICgoi/Pu2AAAACXBIWXMAAAPoAAAD6AG1e1JrAAAAEUlEQVQokWNgGAWjYBQwYAUAAx4AAWFkFzUAAAAASUVORK5CYII=',
  ],
  jpeg: [
    'image/jpeg',
    '/9j/2wBDAP//////////////////////////////////////////////////////////////////////////////////////2wBDAf//////////////////////////////////////////////////////////////////////////////////////wAARCAAVACUDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAH/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFAEBAAAAAAAAAAAAAAAAAAAAAP/EABQRAQAAAAAAAAAAAAAAAAAAAAD/2gAMAwEAAhEDEQA/AIAAAAAAAAAAAD//2Q==',
  ],
  'lossy webp': [
    'image/webp',
    'UklGRkIAAABXRUJQVlA4IDYAAAAwAwCdASolABUAP83m7XA/uDIrJWgD8DmJZwDLLA8KmggAAP7cUdB8TV7s7RaZZKg3jYUmAAA=',
  ],
  'lossless webp': ['image/webp', 'UklGRh4AAABXRUJQVlA4TBEAAAAvJAAFAAdQhSJXof+BiOh/AAA='],
  'webp with alpha': [
    'image/webp',
    'UklGRmYAAABXRUJQVlA4WAoAAAAQAAAAJAAAFAAAQUxQSAoAAAABB1DAiAhERP8DVlA4IDYAAAAwAwCdASolABUAP83m7XA/uDIrJWgD8DmJZwDLLA8KmggAAP7cUdB8TV7s7RaZZKg3jYUmAAA=',
  ],
  gif: [
    'image/gif',
    'R0lGODlhJQAVAIAAAExpccgKCiH5BAUAAAAALAAAAAAlABUAAAIajI+py+0Po5y02ouz3rz7D4biSJbmiaYqWgAAOw==',
  ],
} as const;

const bytesOf = (name: keyof typeof samples) => Buffer.from(samples[name][1], 'base64');

describe('imageSize', () => {
  it.each(Object.entries(samples))('reads the header of a %s', (_name, [contentType, base64]) => {
    expect(imageSize(contentType, Buffer.from(base64, 'base64'))).toEqual({ width: 37, height: 21 });
  });

  it('finds the size of a photo behind long notes of the camera', () => {
    const jpeg = bytesOf('jpeg');
    const note = Buffer.alloc(60_002);
    note.writeUInt32BE(0xffe1ea60);
    const photo = Buffer.concat([jpeg.subarray(0, 2), ...Array<Buffer>(10).fill(note), jpeg.subarray(2)]);
    expect(imageSize('image/jpeg', photo)).toEqual({ width: 37, height: 21 });
    expect(imageSize('image/jpeg', photo.subarray(0, 500_000))).toBeNull();
  });

  it('says nothing about what is no image, and does not guess about images it does not know', () => {
    expect(imageSize('application/pdf', Buffer.from('%PDF-1.7'))).toBeUndefined();
    expect(imageSize('image/tiff', Buffer.from('II*\0'))).toBeNull();
  });

  it('takes any bytes, and never a size of nothing', () => {
    const types = fc.constantFrom(...Object.values(samples).map(([contentType]) => contentType));
    const cut = fc
      .tuple(fc.constantFrom(...(Object.keys(samples) as (keyof typeof samples)[])), fc.nat(400))
      .map(([name, length]) => bytesOf(name).subarray(0, length));
    const wild = fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes));
    fc.assert(
      fc.property(types, fc.oneof(cut, wild), (contentType, head) => {
        const size = imageSize(contentType, head);
        expect(size === null || (size !== undefined && size.width > 0 && size.height > 0)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
