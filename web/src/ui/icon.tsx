import type { Icon as TablerIcon } from '@tabler/icons-react';

interface IconProps {
  of: TablerIcon;
  size?: number;
  className?: string;
}

/** A Tabler icon as we draw them. It says nothing by itself: the text beside it, or a label, does. */
export function Icon({ of: Drawing, size = 20, className }: IconProps) {
  return <Drawing size={size} stroke={1.6} className={className} aria-hidden="true" focusable="false" />;
}
