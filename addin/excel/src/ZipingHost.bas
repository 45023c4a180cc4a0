Attribute VB_Name = "ZipingHost"
Option Explicit
' What stands between Excel and Python. All text here is ASCII; sentences for people come from ZipingTexts, which is generated.

' Seconds to leave Python alone after it could not be reached: otherwise every cell of a sheet would wait for it again.
Private Const REST_SECONDS As Long = 60
Private restUntil As Double
Private undoTold As Boolean

Public Function ZipingReady() As Boolean
    ZipingReady = (restUntil = 0) Or (CDbl(Now) > restUntil)
End Function

Public Sub ZipingRest()
    restUntil = CDbl(Now) + REST_SECONDS / 86400#
End Sub

Public Sub ZipingWake()
    restUntil = 0
End Sub

' The result of a function as a cell shows it: a single value instead of a table of one, blank for the empty text.
Public Function ZipingCell(result As Variant) As Variant
    If Not IsArray(result) Then
        ZipingCell = result
        Exit Function
    End If
    On Error GoTo whole
    If UBound(result, 1) = LBound(result, 1) And UBound(result, 2) = LBound(result, 2) Then
        ZipingCell = result(LBound(result, 1), LBound(result, 2))
        Exit Function
    End If
whole:
    ZipingCell = result
End Function

' Whether an argument holds an error value: Python would see it as a blank cell, and a blank is not an error.
Public Function ZipingHasError(argument As Variant) As Boolean
    Dim values As Variant, item As Variant
    ZipingHasError = False
    If IsMissing(argument) Then Exit Function
    If IsObject(argument) Then
        values = argument.Value2
    Else
        values = argument
    End If
    If IsArray(values) Then
        For Each item In values
            If IsError(item) Then
                ZipingHasError = True
                Exit Function
            End If
        Next item
    Else
        ZipingHasError = IsError(values)
    End If
End Function

' Runs one button. A button that writes says first that undo ends there.
Public Sub ZipingRun(handler As String, writes As Boolean)
    Dim answer As Long
    On Error GoTo failed
    ZipingWake
    If ActiveWorkbook Is Nothing Then
        MsgBox ZipingText("nobook"), vbInformation, ZipingText("title")
        Exit Sub
    End If
    If writes And Not undoTold Then
        answer = MsgBox(ZipingText("undo"), vbOKCancel + vbInformation, ZipingText("title"))
        If answer <> vbOK Then Exit Sub
        undoTold = True
    End If
    Application.StatusBar = ZipingText("working")
    RunPython "from ziping.excel import host; host.run('" & handler & "')"
    Application.StatusBar = False
    Exit Sub
failed:
    Application.StatusBar = False
    MsgBox ZipingText("nopython"), vbExclamation, ZipingText("title")
End Sub
