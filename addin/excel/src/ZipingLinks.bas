Attribute VB_Name = "ZipingLinks"
Option Explicit
' A workbook saved elsewhere stores our functions as [1]!PERF_SCORE, a link to the add-in of that machine. On opening, such links are
' pointed at this add-in. Nothing else of the workbook is touched, and nothing is saved.

Public Function ZipingRepairLinks(book As Workbook) As Long
    Dim links As Variant, link As Variant, alerts As Boolean
    ZipingRepairLinks = 0
    alerts = Application.DisplayAlerts
    On Error GoTo failed
    If book Is Nothing Then Exit Function
    If book.IsAddin Then Exit Function
    links = book.LinkSources(1)
    If IsEmpty(links) Then Exit Function
    Application.DisplayAlerts = False
    For Each link In links
        If LCase(ZipingFileName(CStr(link))) = LCase(ThisWorkbook.Name) And LCase(CStr(link)) <> LCase(ThisWorkbook.FullName) Then
            book.ChangeLink CStr(link), ThisWorkbook.FullName, 1
            ZipingRepairLinks = ZipingRepairLinks + 1
        End If
    Next link
failed:
    Application.DisplayAlerts = alerts
End Function

Public Function ZipingFileName(path As String) As String
    Dim at As Long
    at = InStrRev(Replace(path, "/", "\"), "\")
    ZipingFileName = Mid(path, at + 1)
End Function
