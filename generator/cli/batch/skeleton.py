"""The order of a batch to be filled in: ``vanban new job``."""

from __future__ import annotations

JOB = "job"
"""What ``vanban new`` calls it, beside the kinds of documents."""
SKELETON = """\
# Tệp việc của «vanban batch viec.yaml -o ra»: làm nhiều văn bản trong một lệnh.
# Đường dẫn tính từ thư mục của tệp này. Bỏ dấu # ở đầu dòng để dùng dòng ấy.

format: 1                       # phiên bản định dạng

# Việc cần làm: render (soạn văn bản), report (báo cáo định kỳ của các đơn vị), progress (biểu tiến độ để các đơn vị
# điền), remind (công văn đôn đốc), aggregate (báo cáo tổng hợp), derive (kế hoạch của cấp dưới), check (xét văn bản).
do: render

# Cách 1: mỗi tệp dữ liệu một văn bản. Ghi tên tệp, mẫu tên hoặc thư mục; có thể là một danh sách.
data: du_lieu/*.yaml

# Cách 2: một văn bản cho từng đơn vị (thay cho dòng data ở trên). Trong van_ban.yaml, [[Tên cột]] ở bất kỳ chỗ nào
# được thay bằng chữ ở cột ấy của bảng; ô trống thì trường ấy để trống.
# document: van_ban.yaml
# units: don_vi.xlsx            # bảng .csv, .xlsx có hàng tên cột; hoặc danh mục đơn vị .yaml
# sheet: Đơn vị                 # trang của bảng tính; không ghi thì trang đầu
# members: Các sở               # nhóm trong danh mục đơn vị; không ghi thì mọi đơn vị
# on: 2027-01-05                # danh mục đơn vị: ngày mà đơn vị đang hoạt động
# name: "cong_van_[[Mã]]"       # tên tệp kết quả; các tên phải khác nhau

# template: mau/bao_cao.docx    # một mẫu riêng cho mọi văn bản
# templates: mau                # hoặc thư mục mẫu của cơ quan; không ghi thì theo vanban.toml
# check: false                  # không xét thể thức: nhanh hơn nhiều, xét sau bằng do: check
# embed: false                  # không để dữ liệu đi kèm trong tệp Word

# Báo cáo định kỳ của từng đơn vị (thay cho tất cả các dòng từ do: render trở xuống):
# do: report
# plans: ke_hoach/*.yaml        # một kế hoạch chung, hoặc kế hoạch của từng đơn vị
# progress: tien_do             # các tệp tiến độ
# units: don_vi.yaml            # danh bạ đơn vị
# on: 2027-03-16                # ngày lập báo cáo
# period: 2027-Q1               # kỳ mà mọi tệp phải thuộc về
# previous: tien_do_quy_truoc   # tiến độ kỳ trước của các đơn vị, để so sánh
# last_year: tien_do_nam_truoc  # tiến độ cùng kỳ năm trước
# regimes: che_do.yaml          # chế độ báo cáo, đề cương, biểu mẫu của cơ quan; không ghi thì theo chương trình
# outline: de_cuong.yaml
# forms: bieu_mau.yaml
# chart: true                   # thêm biểu đồ tiến độ theo lĩnh vực vào mỗi báo cáo

# Biểu tiến độ để các đơn vị điền (thay cho tất cả các dòng từ do: render trở xuống):
# do: progress
# plans: ke_hoach.yaml          # một kế hoạch chung, hoặc kế hoạch của từng đơn vị
# units: don_vi.yaml            # danh bạ đơn vị
# period: 2027-Q1               # kỳ báo cáo
# only: [so-noi-vu, so-y-te]    # không ghi thì mọi đơn vị trực thuộc hoặc có nhiệm vụ
# regime: bo-noi-vu             # mã chế độ báo cáo; không ghi thì theo vanban.toml hoặc theo nơi nhận báo cáo
# regimes: che_do.yaml          # chế độ báo cáo, biểu mẫu, đề cương của cơ quan; không ghi thì theo chương trình
# forms: bieu_mau.yaml
# outline: de_cuong.yaml
# previous: tien_do_quy_truoc   # tiến độ kỳ trước, hiện số liệu bên cạnh
# last_year: tien_do_nam_truoc  # tiến độ cùng kỳ năm trước
# form: yaml                    # dạng tệp của từng đơn vị; không ghi thì xlsx

# Công văn đôn đốc từng đơn vị chậm (thay cho tất cả các dòng từ do: render trở xuống):
# do: remind
# plan: ke_hoach.yaml           # kế hoạch của cơ quan đôn đốc
# progress: tien_do             # tiến độ, báo cáo các đơn vị đã gửi
# units: don_vi.yaml            # danh bạ đơn vị
# period: 2027-Q1               # kỳ báo cáo
# on: 2027-03-18                # tính đến hết ngày
# by: 2027-03-22                # hạn mới
# channel: Hệ thống quản lý văn bản
# contact: bà Trần Thị B, Văn phòng Sở
# times: 2                      # lần đôn đốc thứ mấy; không ghi thì tính từ earlier
# earlier: [don_doc_lan_1]      # công văn đã đôn đốc: tệp, thư mục, hoặc lời ghi đủ số và ngày
# issuer: so-gddt               # cơ quan đôn đốc; không ghi thì cơ quan ban hành kế hoạch
# members: [truong-thpt]        # đơn vị, nhóm phải báo cáo; không ghi thì mọi đơn vị trực thuộc
# plans: ke_hoach_truong        # kế hoạch của các đơn vị, để tính nhiệm vụ quá hạn
# received: ngay_nhan.csv       # bảng Đơn vị, Ngày nhận; không ghi thì lấy ngày của tệp
# regime: so-gddt-song-van      # mã chế độ báo cáo; không ghi thì là của phần lớn tệp
# regimes: che_do.yaml          # chế độ báo cáo, biểu mẫu, đề cương, lời văn của cơ quan
# forms: bieu_mau.yaml
# outline: de_cuong.yaml
# words: loi_van.yaml

# Báo cáo tổng hợp của nhiều cơ quan (thay cho tất cả các dòng từ do: render trở xuống); [[Mã]] là mã cơ quan:
# do: aggregate
# offices: [so-gddt, so-y-te]   # mỗi cơ quan một báo cáo tổng hợp
# progress: "tien_do/[[Mã]]"    # tiến độ, báo cáo các đơn vị đã gửi cơ quan ấy
# units: don_vi.yaml            # danh bạ đơn vị
# period: 2027-Q1               # kỳ báo cáo
# on: 2027-03-20                # ngày lập báo cáo
# plan: "ke_hoach/[[Mã]].yaml"  # kế hoạch của cơ quan
# plans: "ke_hoach_don_vi/[[Mã]]" # kế hoạch của các đơn vị, để tính tình trạng nhiệm vụ
# own: "rieng/[[Mã]].yaml"      # tiến độ của riêng cơ quan
# members: [Các trường]         # đơn vị, nhóm phải báo cáo; không ghi thì mọi đơn vị trực thuộc
# received: "nhan/[[Mã]].csv"   # bảng Đơn vị, Ngày nhận; không ghi thì lấy ngày của tệp
# previous: "quy_truoc/[[Mã]].yaml" # tiến độ tổng hợp kỳ trước
# last_year: "nam_truoc/[[Mã]].yaml"
# allow_missing: true           # vẫn tổng hợp khi còn đơn vị chưa có báo cáo
# regime: so-gddt-song-van      # mã chế độ báo cáo; không ghi thì là của phần lớn tệp
# under: bo-noi-vu              # chế độ mà cơ quan báo cáo lên trên
# regimes: che_do.yaml          # chế độ báo cáo, biểu mẫu, đề cương của cơ quan
# forms: bieu_mau.yaml
# outline: de_cuong.yaml

# Kế hoạch của cấp dưới (thay cho tất cả các dòng từ do: render trở xuống):
# do: derive
# parents: [ke_hoach_tinh.docx, ke_hoach_so.yaml]  # văn bản cấp trên, cơ quan trực tiếp giao việc đứng đầu
# units: don_vi.yaml            # danh bạ đơn vị
# on: 2026-12-07                # ngày lập kế hoạch
# only: [so-noi-vu, so-y-te]    # không ghi thì mọi đơn vị dưới cơ quan ban hành văn bản thứ nhất
# rules: quy_tac.yaml           # quy tắc dẫn xuất, lịch nghỉ lễ, chế độ báo cáo của cơ quan
# holidays: lich.yaml
# regimes: che_do.yaml
# form: xlsx                    # dạng dữ liệu của từng kế hoạch; không ghi thì yaml

# Xét văn bản (thay cho tất cả các dòng từ do: render trở xuống):
# do: check
# files: ra/*.docx
# select: [NO, DT]              # chỉ xét các nhóm quy tắc này
# ignore: [PL-04]               # bỏ qua
# units: don_vi.yaml            # danh mục đơn vị để đối chiếu
# parent: ke_hoach_tinh.docx    # kế hoạch cấp trên
# on: 2027-01-05                # xét như vào ngày này
"""
