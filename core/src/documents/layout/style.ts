import { CARRY_ROW, RUNNING_HEAD } from './paginate';

/** Linear light of one channel (WCAG 2.1, relative luminance). */
const light = (channel: number): number => {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
};

/** A company's colour as ink: darkened until it can be read on white paper (4.5 : 1). */
export function inkOf(color: string): string {
  let [red, green, blue] = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16)) as [
    number,
    number,
    number,
  ];
  const tooPale = () =>
    1.05 / (0.2126 * light(red) + 0.7152 * light(green) + 0.0722 * light(blue) + 0.05) < 4.5;
  while (tooPale())
    [red, green, blue] = [red, green, blue].map((each) => Math.floor(each * 0.92)) as [
      number,
      number,
      number,
    ];
  return `#${[red, green, blue].map((each) => each.toString(16).padStart(2, '0')).join('')}`;
}

const widths = Array.from({ length: 44 }, (_, index) => `.w${index + 1}{width:${index + 1}mm}`).join('');

/**
 * The look of all documents. Lengths are of paper; a screen scales the whole. Sheets that have been found to fit are
 * printed as closed boxes: looking for places to divide them takes the browser four times as long as printing them.
 */
export const sharedStyle = `
@page a4{size:210mm 297mm;margin:0}
@page letter{size:215.9mm 279.4mm;margin:0}
.paper{font:9pt/1.42 'IBM Plex Sans','IBM Plex Sans Variable','Noto Sans','Noto Sans Arabic','Noto Sans Hebrew',
'Noto Sans Devanagari','Noto Sans Bengali','Noto Sans Tamil','Noto Sans Telugu','Noto Sans Thai','Noto Sans Georgian',
'Noto Sans Armenian','Noto Sans SC Variable','Noto Sans JP Variable','Noto Sans KR Variable','Noto Emoji',sans-serif;
color:#1f1d19;font-variant-numeric:tabular-nums lining-nums;font-kerning:normal;overflow-wrap:anywhere;
-webkit-print-color-adjust:exact;print-color-adjust:exact}
.paper *{box-sizing:border-box}
.page{position:relative;display:flex;flex-direction:column;background:#fff;padding:13mm 20mm 9mm 25mm;
break-after:page;break-inside:avoid}
.paper.a4 .page{width:210mm;min-height:296.9mm;page:a4}
.paper.letter .page{width:215.9mm;min-height:279.3mm;page:letter}
@media print{.paper:not(.tall) .page{contain:size layout}.a4:not(.tall) .page{height:296.9mm}
.letter:not(.tall) .page{height:279.3mm}}
.body{flex:1 0 auto;display:flow-root}
.muted,.paper .faint th,.paper .faint td{color:#5f5a50}
table{border-collapse:collapse;border-spacing:0}
th{font-weight:400;text-align:start}
td,th{vertical-align:baseline;padding:0}
.n{text-align:right;white-space:nowrap}
.running{display:flex;justify-content:space-between;gap:8mm;height:${RUNNING_HEAD}px;font-size:8pt;color:#5f5a50;
white-space:nowrap;overflow:hidden}
.running span{overflow:hidden;text-overflow:ellipsis}
.head{display:flex;justify-content:space-between;gap:8mm;min-height:19mm}
.seller{display:flex;gap:4mm;align-items:flex-start;min-width:0}
.logo{display:block;max-width:48mm;max-height:17mm;object-fit:contain;object-position:left top}
.name{font-size:12pt;font-weight:600;line-height:1.3}
.who .muted{font-size:8pt;line-height:1.45}
.title{text-align:end;flex:none;max-width:80mm}
h1{margin:0;font-size:15pt;font-weight:600;line-height:1.2;color:var(--brand)}
.number{margin-top:.8mm;font-size:9.5pt}
.meeting{display:flex;justify-content:space-between;align-items:flex-start;gap:8mm;min-height:40mm;padding-top:7mm}
.letter .meeting{padding-top:14mm}
.address{flex:1 1 80mm;max-width:85mm;min-width:0}
.back{font-size:6.5pt;line-height:1.2;color:#6e685c;margin-bottom:1.6mm}
.recipient{font-weight:600}
.elsewhere{margin-top:2.5mm;font-size:8pt;color:#5f5a50}
.facts{flex:0 1 auto;max-width:84mm}
.facts th{color:#5f5a50;padding:0 5mm 1.1mm 0;white-space:nowrap}
.facts td{text-align:end;padding:0 0 1.1mm}
.text{white-space:pre-line}
.intro.first,.outro.first,.terms.first{padding-top:5mm}
.outro.last{padding-bottom:2mm}
.lines{width:100%;table-layout:fixed;margin-top:6mm}
.running+.body>.lines:first-child{margin-top:0}
.lines thead th{font-size:8pt;color:#5f5a50;font-weight:500;padding:0 0 1.6mm;vertical-align:bottom;border-bottom:.35mm solid #8f8776}
.lines th.n,.lines td.n{padding-left:3mm}
.lines thead th.n{white-space:normal}
.lines .pos{color:#5f5a50}
.lines tbody td{padding-top:1.6mm;padding-bottom:1.6mm;border-bottom:.2mm solid #e1dbcf;vertical-align:top}
.lines tbody tr:last-child td{border-bottom-color:#8f8776}
.lines tbody .begun td,.lines tbody .going td{border-bottom:0;padding-bottom:0}
.lines tbody .going td,.lines tbody .ended td{padding-top:0}
.lines .what{padding-right:2mm}
.lines .group th{padding:2.2mm 0 .4mm;font-weight:600;font-size:8.5pt}
.sku{font-size:7.5pt;color:#6e685c;white-space:nowrap;margin-inline-start:1.5mm}
.lines tbody .carry th,.lines tbody .carry td{height:${CARRY_ROW}px;padding:0;vertical-align:middle;font-weight:500;
border-bottom:0;color:#5f5a50}
.lines tbody .carry td{color:#1f1d19}
.lines tbody .brought th,.lines tbody .brought td{border-bottom:.2mm solid #e1dbcf}
.lines tbody .carry th{text-align:end}
.totals{display:flow-root;padding-top:3mm}
.sums{margin-left:auto;min-width:76mm;max-width:120mm}
.sums th,.sums td{padding:.75mm 0}
.sums th{padding-right:8mm}
.sums .strong th,.sums .strong td{font-weight:600;font-size:11pt;padding-top:1.9mm;border-top:.5mm solid var(--brand)}
.beside{padding-top:5mm}
.small{width:100%;font-size:8pt}
.small th{color:#5f5a50;font-weight:500;padding:0 0 1mm;border-bottom:.2mm solid #cfc8ba}
.small td{padding:1mm 0;border-bottom:.2mm solid #e8e3d9}
.small .n{padding-left:5mm}
.note.first{padding-top:1mm}
.apart.first{padding-top:4mm}
.terms.first{padding-top:6mm}
.pay{display:flex;gap:6mm;align-items:flex-start;padding-top:4mm}
.pay figure{margin:0;flex:none;text-align:center}
.qr{display:block;width:27mm;height:27mm}
.pay figcaption{margin-top:1mm;font-size:7pt;color:#5f5a50}
.accounts{display:flex;flex-wrap:wrap;gap:3mm 10mm;min-width:0}
.owner{font-weight:600;padding-bottom:.6mm}
.account th{color:#5f5a50;padding-right:4mm}
.reference{flex:1 0 100%}
footer{flex:none;margin-top:7mm;padding-top:2.2mm;border-top:.2mm solid #cfc8ba;font-size:7pt;line-height:1.4;color:#5f5a50}
.own{white-space:pre-line;margin-bottom:1.5mm}
.columns{display:flex;gap:8mm}
.columns>div{flex:1 1 0;min-width:0}
.paging{text-align:end;margin-top:1mm}
${widths}`;

/** What differs between companies. */
export const brandStyle = (color: string): string => `.c${color.slice(1)}{--brand:${inkOf(color)}}`;
