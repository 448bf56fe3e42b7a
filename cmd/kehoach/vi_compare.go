package main

// The words of the commands that compare plans: export, compare, audit, agenda, diff, agency.

const (
	msgFlagPlans        = "chỉ xét các kế hoạch này, `MÃ` hoặc số hoặc tên tệp, cách nhau dấu phẩy"
	msgFlagCatalogue    = "`TỆP` CSV danh mục mô hình khác danh mục quốc gia có sẵn"
	msgFlagAgencyFilter = "chỉ lấy mô hình, nhiệm vụ có `CƠ_QUAN` này, ở vai trò nào cũng được"
	msgFlagToolFilter   = "chỉ lấy mô hình dùng `CÔNG_CỤ` này"
	msgFlagGroupFilter  = "chỉ lấy mô hình thuộc `NHÓM` này"
	msgFlagFrom         = "chỉ lấy việc có thời gian từ `NGÀY` này (2024, 06/2024, 30/06/2024)"
	msgFlagTo           = "chỉ lấy việc có thời gian đến `NGÀY` này"
	msgPlansWord        = "Kế hoạch"
	msgErrDay           = "không hiểu ngày %q"
	msgHintDay          = "viết ngày như 2024, 06/2024, 30/06/2024 hoặc 2024-06-30"

	msgExportUse   = "export TỆP"
	msgExportShort = "Xuất sổ so sánh (Excel) hoặc dữ liệu"
	msgExportLong  = `Xuất mọi kế hoạch trong kho, hoặc những kế hoạch được chọn, ra một tệp.
Đuôi tệp quyết định dạng: .xlsx là sổ so sánh để xem, in và trình; .csv, .ndjson, .json là
dữ liệu cho chương trình khác. Tên tệp "-" là in ra màn hình (cần --format).`
	msgExportExample = `  kehoach export so-sanh.xlsx
  kehoach export cong-an.xlsx --agency "Công an"
  kehoach export quy-1.xlsx --from 2024-01-01 --to 2024-03-31
  kehoach export du-lieu.csv --plans 233/KH-UBND,7384/KH-UBND`
	msgExportFormat   = "dạng tệp nếu không muốn theo đuôi: xlsx | csv | ndjson | json"
	msgExportDate     = "`NGÀY` lập sổ, để xét hạn (mặc định: hôm nay)"
	msgExportTemplate = "`TỆP` TOML chọn trang, chọn và đổi tên cột"
	msgExported       = "Đã ghi %s: %d kế hoạch, %d mô hình."
	msgErrExport      = "không biết dạng của tệp %q"
	msgHintExport     = "đặt đuôi .xlsx, .csv, .ndjson hoặc .json, hoặc thêm --format"
)
