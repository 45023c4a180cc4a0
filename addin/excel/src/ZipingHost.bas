Attribute VB_Name = "ZipingHost"
Option Explicit
' What stands between Excel and Python. All text here is ASCII; sentences for people come from ZipingTexts, which is generated.

' Seconds to leave Python alone after it could not be reached: otherwise every cell of a sheet would wait for it again.
Private Const REST_SECONDS As Long = 60
Private restUntil As Double
Private undoTold As String

Public Function ZipingReady() As Boolean
    ZipingReady = (restUntil = 0) Or (CDbl(Now) > restUntil)
End Function

Public Sub ZipingRest()
    restUntil = CDbl(Now) + REST_SECONDS / 86400#
End Sub

Public Sub ZipingWake()
    restUntil = 0
End Sub

' The result of a function as a cell shows it: a single value instead of a table of one, #N/A for what could not be computed.
Public Function ZipingCell(result As Variant) As Variant
    Dim row As Long, column As Long
    If Not IsArray(result) Then
        ZipingCell = ZipingValue(result)
        Exit Function
    End If
    On Error GoTo whole
    If UBound(result, 1) = LBound(result, 1) And UBound(result, 2) = LBound(result, 2) Then
        ZipingCell = ZipingValue(result(LBound(result, 1), LBound(result, 2)))
        Exit Function
    End If
    For row = LBound(result, 1) To UBound(result, 1)
        For column = LBound(result, 2) To UBound(result, 2)
            result(row, column) = ZipingValue(result(row, column))
        Next column
    Next row
whole:
    ZipingCell = result
End Function

Private Function ZipingValue(value As Variant) As Variant
    ZipingValue = value
    If VarType(value) = vbString Then
        If value = "#PERF:N/A#" Then ZipingValue = CVErr(xlErrNA)
    End If
End Function

' Leaves off a range the empty rows below the last one in use: a whole column is a million cells.
Public Sub ZipingTrim(Optional argument As Variant)
    Dim last As Long
    If IsMissing(argument) Then Exit Sub
    If Not IsObject(argument) Then Exit Sub
    If argument.Areas.Count > 1 Then Exit Sub
    last = argument.Worksheet.UsedRange.Row + argument.Worksheet.UsedRange.Rows.Count - 1
    If argument.Row + argument.Rows.Count - 1 <= last Then Exit Sub
    If last < argument.Row Then last = argument.Row
    Set argument = argument.Resize(last - argument.Row + 1)
End Sub

' Whether an argument cannot be handed over: an error value, which Python would see as a blank cell, or a range of several areas, of which it
' would see the first alone.
Public Function ZipingUnfit(Optional argument As Variant) As Boolean
    Dim values As Variant, item As Variant
    ZipingUnfit = False
    If IsMissing(argument) Then Exit Function
    If IsObject(argument) Then
        ZipingUnfit = argument.Areas.Count > 1
        If ZipingUnfit Then Exit Function
        values = argument.Value2
    Else
        values = argument
    End If
    If IsArray(values) Then
        For Each item In values
            If IsError(item) Then
                ZipingUnfit = True
                Exit Function
            End If
        Next item
    Else
        ZipingUnfit = IsError(values)
    End If
End Function

' Runs one button. A button that writes says first, once a workbook, that undo ends there.
Public Sub ZipingRun(handler As String, writes As Boolean)
    Dim answer As Long, outcome As Variant
    On Error GoTo failed
    ZipingWake
    If ZipingIsWps Then
        MsgBox ZipingText("wps"), vbInformation, ZipingText("title")
        Exit Sub
    End If
    If ActiveWorkbook Is Nothing Then
        MsgBox ZipingText("nobook"), vbInformation, ZipingText("title")
        Exit Sub
    End If
    If Not ZipingInstalled Then
        MsgBox ZipingText("nopython"), vbExclamation, ZipingText("title")
        Exit Sub
    End If
    If writes And InStr(undoTold, "|" & ActiveWorkbook.Name & "|") = 0 Then
        answer = MsgBox(ZipingText("undo"), vbOKCancel + vbInformation, ZipingText("title"))
        If answer <> vbOK Then Exit Sub
        undoTold = undoTold & "|" & ActiveWorkbook.Name & "|"
    End If
    If handler = "repair_links" Then ZipingRepairLinks ActiveWorkbook
    Application.StatusBar = ZipingText("working")
    outcome = RunPython("from ziping.excel import host; host.run('" & handler & "')")
    Application.StatusBar = False
    If outcome = -1 Then MsgBox ZipingText("nopython"), vbExclamation, ZipingText("title")
    Exit Sub
failed:
    Application.StatusBar = False
    MsgBox ZipingText("nopython"), vbExclamation, ZipingText("title")
End Sub

' Whether the Python that the installer wrote down is still there.
Public Function ZipingInstalled() As Boolean
    Dim interpreter As String
    #If Mac Then
        ZipingInstalled = True
    #Else
        interpreter = GetConfig("INTERPRETER_WIN", "")
        ZipingInstalled = False
        If InStr(interpreter, "\") > 0 Then ZipingInstalled = FileExists(interpreter)
    #End If
End Function

' WPS shows the ribbon of an add-in but cannot run xlwings; some of its editions call themselves Microsoft Excel.
Public Function ZipingIsWps() As Boolean
    Dim place As String
    place = LCase(Application.Name & " " & Application.Path)
    ZipingIsWps = (InStr(place, "wps") > 0) Or (InStr(place, "kingsoft") > 0)
End Function
