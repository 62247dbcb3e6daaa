package read

import (
	"bytes"

	"shuzheng/policy"
)

// sealedType is the media type of an Office file behind a password.
const sealedType = "application/x-ole-storage"

// isSealed says whether b is a newer Office file (DOCX, XLSX, PPTX) in an encrypted
// envelope: a compound file with the stream EncryptedPackage.
func isSealed(b []byte) bool {
	return bytes.HasPrefix(b, oleMagic) && bytes.Contains(b, utf16Name("EncryptedPackage"))
}

// refuseSealed says what such a file is.
func refuseSealed(*policy.Source, Options) (*policy.Document, error) {
	return nil, &Error{"这是已加密的 Office 文件（DOCX、XLSX 或 PPTX）；请先去掉密码再读", "this is an encrypted Office file (DOCX, XLSX or PPTX); take the password off first"}
}
