"""Fusion with our own checks, combo boxes and focus ring."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import (
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QStyleOptionComboBox,
    QStyleOptionComplex,
    QWidget,
)
from typing_extensions import override

from kunjungan.ui.theme.palette import current_tokens
from kunjungan.ui.theme.tokens import Tokens

_Control = QStyle.ControlElement
_Complex = QStyle.ComplexControl
_Element = QStyle.PrimitiveElement
_Hint = QStyle.StyleHint
_Metric = QStyle.PixelMetric
_Part = QStyle.SubControl
_State = QStyle.StateFlag

RING = 2
GAP = 2
_HINTS = {
    _Hint.SH_EtchDisabledText: 0,
    _Hint.SH_DialogButtonBox_ButtonsHaveIcons: 0,
    _Hint.SH_ComboBox_Popup: 0,
    _Hint.SH_FocusFrame_AboveWidget: 1,
    _Hint.SH_ToolTip_WakeUpDelay: 500,
}
_METRICS = {
    _Metric.PM_IndicatorWidth: 16,
    _Metric.PM_IndicatorHeight: 16,
    _Metric.PM_ExclusiveIndicatorWidth: 16,
    _Metric.PM_ExclusiveIndicatorHeight: 16,
    _Metric.PM_CheckBoxLabelSpacing: 8,
    _Metric.PM_FocusFrameHMargin: RING + GAP,
    _Metric.PM_FocusFrameVMargin: RING + GAP,
}


class HouseStyle(QProxyStyle):
    """Draws what a stylesheet cannot colour; everything else is Fusion's."""

    def __init__(self) -> None:
        super().__init__("Fusion")

    @override
    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if element in {_Element.PE_IndicatorCheckBox, _Element.PE_IndicatorItemViewItemCheck}:
            draw_check(painter, QRectF(option.rect), option.state)
        elif element == _Element.PE_IndicatorRadioButton:
            _draw_radio(painter, QRectF(option.rect), option.state)
        elif element != _Element.PE_FrameFocusRect:
            super().drawPrimitive(element, option, painter, widget)

    @override
    def drawControl(
        self,
        element: QStyle.ControlElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if element == _Control.CE_FocusFrame:
            _draw_ring(painter, QRectF(option.rect))
            return
        if element == _Control.CE_ComboBoxLabel and isinstance(option, QStyleOptionComboBox):
            room = self.subControlRect(_Complex.CC_ComboBox, option, _Part.SC_ComboBoxEditField)
            option = _cut(option, room.width())
        super().drawControl(element, option, painter, widget)

    @override
    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if control == _Complex.CC_ComboBox and isinstance(option, QStyleOptionComboBox):
            _draw_combo(
                painter, option, bad=widget is not None and widget.property("bad") == "true"
            )
        else:
            super().drawComplexControl(control, option, painter, widget)

    @override
    def subControlRect(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        part: QStyle.SubControl,
        widget: QWidget | None = None,
    ) -> QRect:
        if control == _Complex.CC_ComboBox and part == _Part.SC_ComboBoxEditField:
            return option.rect.adjusted(8, 1, -26, -1)
        return super().subControlRect(control, option, part, widget)  # type: ignore[arg-type]  # null too

    @override
    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,
    ) -> int:
        known = _HINTS.get(hint)
        return super().styleHint(hint, option, widget, returnData) if known is None else known

    @override
    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        known = _METRICS.get(metric)
        return super().pixelMetric(metric, option, widget) if known is None else known


def draw_check(painter: QPainter, rect: QRectF, state: QStyle.StateFlag) -> None:
    """Draw a checkbox 16 px wide in ``rect``: ticked, half ticked or empty."""
    tokens = current_tokens()
    box = QRectF(0, 0, 15, 15)
    box.moveCenter(rect.center())
    on, half = bool(state & _State.State_On), bool(state & _State.State_NoChange)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _fill_box(painter, tokens, state, filled=on)
    painter.drawRoundedRect(box, 3, 3)
    left, top = box.left(), box.top()
    if on:
        painter.setPen(_mark(tokens.on_accent))
        painter.drawPolyline(
            [QPointF(left + x, top + y) for x, y in ((3.6, 7.8), (6.4, 10.6), (11.6, 4.8))]
        )
    elif half:
        painter.setPen(_mark(tokens.accent_text))
        painter.drawLine(QPointF(left + 4, top + 7.5), QPointF(left + 11, top + 7.5))
    painter.restore()


def _draw_radio(painter: QPainter, rect: QRectF, state: QStyle.StateFlag) -> None:
    tokens = current_tokens()
    circle = QRectF(0, 0, 15, 15)
    circle.moveCenter(rect.center())
    on = bool(state & _State.State_On)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _fill_box(painter, tokens, state, filled=on)
    painter.drawEllipse(circle)
    if on:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.on_accent))
        painter.drawEllipse(circle.center(), 3.2, 3.2)
    painter.restore()


def _fill_box(painter: QPainter, tokens: Tokens, state: QStyle.StateFlag, *, filled: bool) -> None:
    enabled = bool(state & _State.State_Enabled)
    edge = tokens.stroke if enabled else tokens.border
    fill = tokens.surface if enabled else tokens.sunken
    if filled:
        edge = fill = tokens.accent if enabled else tokens.stroke
    painter.setPen(QPen(QColor(edge), 1))
    painter.setBrush(QColor(fill))


def _mark(colour: str) -> QPen:
    pen = QPen(QColor(colour), 1.6)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


def _draw_ring(painter: QPainter, rect: QRectF) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(current_tokens().accent_text), RING))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 7, 7)
    painter.restore()


def _cut(option: QStyleOptionComboBox, width: int) -> QStyleOptionComboBox:
    """Return a choice whose words end in an ellipsis where they are wider than its field."""
    made = QStyleOptionComboBox(option)
    words = option.currentText
    made.currentText = option.fontMetrics.elidedText(words, Qt.TextElideMode.ElideRight, width - 2)
    return made


def _draw_combo(painter: QPainter, option: QStyleOptionComboBox, *, bad: bool) -> None:
    tokens = current_tokens()
    enabled = bool(option.state & _State.State_Enabled)
    focused = bool(option.state & _State.State_HasFocus)
    edge = tokens.bad if bad else tokens.accent_text if focused else tokens.stroke
    width = 2 if focused or bad else 1
    half = width / 2
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(edge if enabled else tokens.border), width))
    painter.setBrush(QColor(tokens.surface if enabled else tokens.sunken))
    painter.drawRoundedRect(QRectF(option.rect).adjusted(half, half, -half, -half), 5, 5)
    x, y = option.rect.right() - 15.5, option.rect.center().y() + 0.5
    pen = _mark(tokens.text2 if enabled else tokens.text3)
    pen.setWidthF(1.3)
    painter.setPen(pen)
    painter.drawPolyline([QPointF(x - 5, y - 2.5), QPointF(x, y + 2.5), QPointF(x + 5, y - 2.5)])
    painter.restore()
